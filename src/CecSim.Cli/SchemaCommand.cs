using CecSim.Scenarios.Schema;

namespace CecSim.Cli;

/// <summary><c>cecsim schema</c>: what editors complete and check scenario files by.</summary>
internal static class SchemaCommand
{
    private static readonly string DefaultFile = Path.Combine("scenarios", ScenarioSchema.FileName);

    private static readonly Argument<string> File = new("FILE")
    {
        Description = $"Where to write it, beside the scenarios; {DefaultFile} unless given, - for standard output.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => DefaultFile,
    };

    public static Command Create()
    {
        var command = new Command("schema", "Writes the JSON Schema of scenario files, for editors.") { File };
        command.SetAction(parsed => Write(parsed.GetValue(File)!, parsed.Terminal));
        return command;
    }

    private static int Write(string file, Terminal terminal)
    {
        if (file == "-")
        {
            terminal.Output.Write(ScenarioSchema.Text);
            return ExitCodes.Success;
        }

        try
        {
            System.IO.File.WriteAllText(file, ScenarioSchema.Text);
            terminal.Output.WriteLine($"Wrote {file}");
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(e.Message, ExitCodes.Failed);
        }
    }
}
