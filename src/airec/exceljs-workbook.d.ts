/** The workbook alone: half the size and load time of the package's main module, without its zip streams. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';
  export = Workbook;
}
