// A node of Java -> whether it is a statement or holds some.
import type { Node } from '../../node.js';

/** A statement, a declaration, or what holds them; an error may hold them, too. */
export const isStatement = ({ type }: Node): boolean =>
  /_(statement|declaration|declarations|body|initializer|clause|block|rule|group)$|^block$|^ERROR$/.test(
    type,
  ) && !/^(array|element_value_array)_initializer$/.test(type);
