var parsed = LoadCommand.Create().Parse(args);
var exitCode = await parsed.InvokeAsync();

// The parser's own exit code for a wrong argument is 1, which here means that a run failed.
return parsed.Errors.Count > 0 ? LoadCommand.WrongInput : exitCode;
