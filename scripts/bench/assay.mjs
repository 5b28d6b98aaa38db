// The built command, as the package has it: without looking whether it is fresh. Its last line on standard error says how
// much memory was resident at most, in KiB.
import { main } from '../../dist/cli/main.js';

process.once('exit', () => console.error(`peak ${process.resourceUsage().maxRSS}`));
process.exitCode = await main(process.argv.slice(2));
