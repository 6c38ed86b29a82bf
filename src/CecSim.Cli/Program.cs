using CecSim.Cli;

return await CecSimCommand.RunAsync(args, Terminal.OfProcess());
