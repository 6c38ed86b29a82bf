using CecSim.LoadTests.CommandLine;

return await LoadCommand.Create().Parse(args).InvokeAsync();
