using CecSim.Scenarios.Shipped;

namespace CecSim.Cli.Shipped;

/// <summary><c>cecsim new</c>: a scenario file of one's own to start from.</summary>
internal static class NewCommand
{
    private const string Default = "queue-then-connect";

    private static readonly Argument<string?> Name = ScenarioName.Argument(
        $"Which of cecsim's own scenarios to start from, as cecsim scenarios lists them; {Default} unless given.");

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Where to write it; NAME.yaml in this folder unless given, - for standard output.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Writes over a file that is there.",
    };

    public static Command Create()
    {
        var command = new Command("new", "Writes a scenario file to start from. It never writes over one.")
        {
            Name, Output, Force,
        };
        command.SetAction(parsed => Write(
            parsed.GetValue(Name) ?? Default, parsed.GetValue(Output), parsed.GetValue(Force), parsed.Terminal));
        return command;
    }

    private static int Write(string name, string? output, bool isForced, Terminal terminal)
    {
        if (ShippedScenarios.TextOf(name) is not { } text)
        {
            return terminal.Refuse(ScenarioName.Complaint(name));
        }

        var file = output ?? $"{name}.yaml";
        if (file == "-")
        {
            terminal.Output.Write(text);
            return ExitCodes.Success;
        }

        try
        {
            // Asked and made in one, so that a file which comes in between is safe too.
            using var stream = new FileStream(file, isForced ? FileMode.Create : FileMode.CreateNew);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException) when (!isForced && Path.Exists(file))
        {
            return terminal.Refuse(
                $"{VisibleText.Line(file)} is there already. Name another with -o FILE, or add --force.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(e.Message, ExitCodes.Failed);
        }

        terminal.Output.WriteLine($"Wrote {file}. Look at it with cecsim try {file}, play it with");
        terminal.Output.WriteLine($"cecsim serve --scenario {file} --watch");
        return ExitCodes.Success;
    }
}
