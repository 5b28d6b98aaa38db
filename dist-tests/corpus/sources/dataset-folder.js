import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AssayError } from "../../util/error.js";
import { isRecord } from "../../util/is-record.js";
import { isFile, isFolder } from "../../util/path-exists.js";
import { unpackLz4 } from "./lz4.js";
const unzip = promisify(gunzip);
/** A public dataset on disk, read file by file; whatever is missing or broken is one clear message. */
export class DatasetFolder {
    #directory;
    #usage;
    /** @param usage what the source takes, for messages: `aeb:PATH takes a clone of …, with …` */
    constructor(directory, usage) {
        this.#directory = directory;
        this.#usage = usage;
    }
    /** @throws AssayError `bad-input` if there is no such file. */
    async read(...path) {
        const file = join(this.#directory, ...path);
        try {
            // At once: small files, of which a dataset has hundreds, take longer to wait for than to read.
            return readFileSync(file);
        }
        catch (cause) {
            throw new AssayError('bad-input', `${await this.#whatIsMissing(file)}; ${this.#usage}`, { cause });
        }
    }
    /** Whether there is such a file. */
    async has(...path) {
        return isFile(join(this.#directory, ...path));
    }
    /** @throws AssayError `bad-input` if there is no such file, or it is not gzip. */
    async readGzip(...path) {
        return this.#unpack((bytes) => unzip(bytes, { chunkSize: lengthOf(bytes) }), path);
    }
    /** @throws AssayError `bad-input` if there is no such file, or it is not an LZ4 frame. */
    async readLz4(...path) {
        return this.#unpack((bytes) => Promise.resolve(unpackLz4(bytes)), path);
    }
    /**
     * A JSON file that holds a map.
     *
     * @throws AssayError `bad-input` if there is no such file, or it holds something else.
     */
    async readMap(...path) {
        return this.parseMap(await this.read(...path), ...path);
    }
    /**
     * The same of bytes that were read from there.
     *
     * @throws AssayError `bad-input` if they hold something else.
     */
    parseMap(bytes, ...path) {
        const file = join(this.#directory, ...path);
        let parsed;
        try {
            parsed = JSON.parse(bytes.toString('utf8'));
        }
        catch (cause) {
            throw new AssayError('bad-input', `${file} is not JSON; get the file again`, { cause });
        }
        if (isRecord(parsed))
            return new Map(Object.entries(parsed));
        throw new AssayError('bad-input', `${file} holds no map; ${this.#usage}`);
    }
    async #unpack(unpack, path) {
        const bytes = await this.read(...path);
        try {
            return await unpack(bytes);
        }
        catch (cause) {
            const file = join(this.#directory, ...path);
            throw new AssayError('bad-input', `${file} cannot be decompressed; get the file again`, { cause });
        }
    }
    async #whatIsMissing(file) {
        return (await isFolder(this.#directory))
            ? `there is no ${file}`
            : `there is no folder ${this.#directory}`;
    }
}
/**
 * How long gzipped bytes say they are (RFC 1952, the last four), within reason, for nothing holds them to it: what
 * comes out in one piece need not be put together.
 */
function lengthOf(gzipped) {
    const said = gzipped.length < 4 ? 0 : gzipped.readUInt32LE(gzipped.length - 4);
    return Math.min(Math.max(said + 1, 2 ** 12), 2 ** 22);
}
