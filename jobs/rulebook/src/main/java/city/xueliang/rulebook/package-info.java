/**
 * Rules, silences and response policies as records of the topic of rules and back, for the job that
 * follows them and for the command that lays them down.
 */
package city.xueliang.rulebook;
