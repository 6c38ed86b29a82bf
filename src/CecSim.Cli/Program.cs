using CecSim.Cli;

Terminal.Guard();
var parsed = CecSimCommand.Create().Parse(args);
var exitCode = parsed.Errors.Count > 0 ? await WrongArguments.TellAsync(parsed) : await parsed.InvokeAsync();
await Console.Out.FlushAsync();
await Console.Error.FlushAsync();
return exitCode;
