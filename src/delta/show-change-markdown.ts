// placeholder
export { showChangeText as showChangeMarkdown } from './show-change.js';
