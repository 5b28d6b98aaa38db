/**
 * Types the default export of `assay.config.ts`. Returns the configuration as it is; it is checked where it is
 * loaded, because a configuration may also be JavaScript or YAML.
 */
export function defineConfig(config) {
    return config;
}
