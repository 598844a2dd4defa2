export { ReportSizes } from "./report-sizes.ts";
