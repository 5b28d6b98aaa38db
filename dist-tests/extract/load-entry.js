import { resolve } from 'node:path';
import { commandText } from "../util/command-words.js";
import { loadCommandExtractor } from "./drivers/command.js";
import { loadHttpExtractor } from "./drivers/http.js";
import { loadModuleExtractor } from "./drivers/module.js";
/**
 * The extractor that an entry with settings describes; paths in it are relative to `folder`.
 *
 * @throws AssayError `usage` where it cannot be had.
 */
export function loadEntry(entry, folder, { descriptions } = {}) {
    if ('command' in entry) {
        const { command, protocol = 'stdio', cwd = '.' } = entry;
        const source = `${protocol === 'stdio' ? 'cmd' : protocol}:${commandText(command)}`;
        return loadCommandExtractor({ ...entry, cwd: resolve(folder, cwd) }, { folder, source });
    }
    if ('http' in entry)
        return loadHttpExtractor(entry, { folder, source: entry.http });
    const { module, ...options } = entry;
    const path = module.startsWith('file:') ? module : resolve(folder, module);
    return loadModuleExtractor(path, { source: module, ...options, descriptions });
}
