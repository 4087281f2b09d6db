import { restorePackage } from './bundle-siblings.ts';

// npm runs this in the folder of the library after it packed.
restorePackage(process.cwd());
