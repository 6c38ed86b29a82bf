using System.CommandLine;
using CecSim.Scenarios;

namespace CecSim.Cli;

/// <summary><c>cecsim check</c>: the loader's judgement on scenario files, without a server.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Files = new("FILE|DIR")
    {
        Description = "Scenario files, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command(
            "check", "Reads scenario files and prints every mistake in them; exits 2 when there is one.") { Files };
        command.SetAction(parsed => Check(parsed.GetValue(Files)!));
        return command;
    }

    private static int Check(IReadOnlyList<string> paths)
    {
        var load = ScenarioFiles.Load(paths);
        foreach (var complaint in load.Complaints)
        {
            Console.Error.WriteLine(complaint);
        }

        foreach (var scenario in load.Scenarios)
        {
            Console.Out.WriteLine($"{scenario.File}: {scenario.Name}: {scenario.About}");
        }

        return load.Complaints.Count == 0 ? ExitCodes.Success : ExitCodes.WrongInput;
    }
}
