// Runs `figures.duckdb.sql` in each folder that is named on standard input, one a line, and nothing else. For each it
// prints a line: the rows that DuckDB found, or its error.
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const folders = readFileSync(0, "utf8").split("\n").filter((folder) => folder !== "");
for (const folder of folders) {
  process.chdir(folder);
  const line = { folder };
  try {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const found = await connection.runAndReadAll(readFileSync("figures.duckdb.sql", "utf8"));
    line.rows = found.getRows().map((row) => row.map(String));
    connection.closeSync();
  } catch (error) {
    line.error = String(error);
  }
  console.log(JSON.stringify(line));
}
