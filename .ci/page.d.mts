export declare function writePage(): void;
