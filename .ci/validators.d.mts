export declare function writeValidators(): void;
