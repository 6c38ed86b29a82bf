using CecSim.Cli;

var parsed = CecSimCommand.Create().Parse(args);
var exitCode = await parsed.InvokeAsync();

// The parser's own exit code for a wrong argument is 1, which here means that something sound failed.
return parsed.Errors.Count > 0 ? ExitCodes.WrongInput : exitCode;
