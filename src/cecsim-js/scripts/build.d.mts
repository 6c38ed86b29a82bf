export declare const root: string
export declare function buildPackage(folder: string, optionalDependencies?: Record<string, string>): Promise<void>
