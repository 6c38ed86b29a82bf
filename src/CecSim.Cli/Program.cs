using System.CommandLine;
using CecSim.Cli;

return await CecSimCommand.Create().Parse(args).InvokeAsync();
