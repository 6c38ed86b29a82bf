using System.CommandLine;
using CecSim.Scenarios;

namespace CecSim.Cli.Checking;

/// <summary><c>cecsim check</c>: the loader's judgement on scenario files, without a server.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Files = new("FILE|DIR")
    {
        Description = "Scenario files, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<CheckFormat> Format = new("--format")
    {
        Description = "How to say it: text, json (an array), or github (annotations for GitHub Actions).",
        HelpName = "text|json|github",
        DefaultValueFactory = _ => CheckFormat.Text,
    };

    public static Command Create()
    {
        var command = new Command(
            "check", "Reads scenario files and prints every mistake in them; exits 2 when there is one.")
        {
            Files, Format,
        };
        command.SetAction(parsed => Check(parsed.GetValue(Files)!, parsed.GetValue(Format)));
        return command;
    }

    private static int Check(IReadOnlyList<string> paths, CheckFormat format)
    {
        var load = ScenarioFiles.Load(paths);
        Print(load.Complaints, format);
        if (format != CheckFormat.Json)
        {
            foreach (var scenario in load.Scenarios)
            {
                Console.Out.WriteLine($"{scenario.File}: {scenario.Name}: {scenario.About}");
            }
        }

        return load.Complaints.Count == 0 ? ExitCodes.Success : ExitCodes.WrongInput;
    }

    private static void Print(IReadOnlyList<Complaint> complaints, CheckFormat format)
    {
        if (format == CheckFormat.Json)
        {
            Console.Out.WriteLine(ComplaintJson.Of(complaints));
            return;
        }

        foreach (var complaint in complaints)
        {
            if (format == CheckFormat.Github)
            {
                Console.Out.WriteLine(GithubAnnotation.Of(complaint));
            }
            else
            {
                Console.Error.WriteLine(ComplaintText.Of(complaint, ComplaintText.IsColoured));
            }
        }
    }
}
