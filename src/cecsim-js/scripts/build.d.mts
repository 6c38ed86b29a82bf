export declare const root: string
export declare function buildPackage(folder: string, told?: Record<string, unknown>): Promise<void>
