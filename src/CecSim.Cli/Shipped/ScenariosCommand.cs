using CecSim.Scenarios.Shipped;

namespace CecSim.Cli.Shipped;

/// <summary><c>cecsim scenarios</c>: what <c>serve --scenario</c> knows by name.</summary>
internal static class ScenariosCommand
{
    private static readonly Argument<string?> Name = ScenarioName.Argument("Prints this one; lists all unless given.");

    public static Command Create()
    {
        var command = new Command(
            "scenarios", "The scenarios that are inside of cecsim, which serve, try and check know by name.")
        {
            Name,
        };
        command.SetAction(parsed => Show(parsed.GetValue(Name), parsed.Terminal));
        return command;
    }

    private static int Show(string? name, Terminal terminal)
    {
        if (name is null)
        {
            terminal.Output.Write(TableWriter.Of(
                ["NAME", "WHAT HAPPENS"],
                ShippedScenarios.ReadAll().Select(s => (string[])[s.Name, FirstSentenceOf(s)]),
                whenEmpty: ""));
            return ExitCodes.Success;
        }

        if (ShippedScenarios.TextOf(name) is not { } text)
        {
            return terminal.Refuse(ScenarioName.Complaint(name));
        }

        terminal.Output.Write(text);
        return ExitCodes.Success;
    }

    private static string FirstSentenceOf(Scenario scenario) =>
        scenario.About.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end
            ? scenario.About[..(end + 1)]
            : scenario.About;
}
