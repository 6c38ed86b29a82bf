using CecSim.Cli.Findings;

namespace CecSim.Cli.Checking;

/// <summary><c>cecsim check</c>: the loader's judgement on scenario and contract files, without a server.</summary>
internal static class CheckCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Github = "github";
    private const string Sarif = "sarif";

    private static readonly Argument<string[]> Files = new("FILE|DIR")
    {
        Description = "Scenario and contract files, folders of them, or names of cecsim's own scenarios; - for a "
            + "scenario on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "How to say it: text, json (an array), github (annotations for GitHub Actions), or sarif.",
        DefaultValueFactory = _ => Text,
    }.AcceptOnlyFromAmong(Text, Json, Github, Sarif);

    public static Command Create()
    {
        var command = new Command(
            "check", "Reads scenario files and prints every mistake in them; exits 2 when there is one.")
        {
            Files, Format,
        };
        command.SetAction(parsed => Check(parsed.GetValue(Files)!, parsed.GetValue(Format)!, parsed.Terminal));
        return command;
    }

    private static int Check(IReadOnlyList<string> paths, string format, Terminal terminal)
    {
        var contracts = ContractFiles.Among(paths);
        using var input = terminal.OpenInput();
        var load = ScenarioFiles.Load([.. paths.Except(contracts)], input);
        var read = contracts.Select(ContractFiles.Load).ToList();
        var complaints = load.Complaints.Concat(read.SelectMany(c => c.Complaints)).ToList();
        Print([.. complaints, .. load.Warnings], format, terminal);
        if (format is Text or Github)
        {
            var sound = load.Scenarios.Select(s => (s.File, s.Name, s.About))
                .Concat(read.Select(c => c.Contract).OfType<SequenceContract>().Select(c => (c.File, c.Name, c.About)));
            foreach (var (file, name, about) in sound)
            {
                terminal.Output.WriteLine(VisibleText.Line($"{file}: {name}{(about.Length == 0 ? "" : $": {about}")}"));
            }
        }

        return complaints.Count == 0 ? ExitCodes.Success : ExitCodes.WrongInput;
    }

    private static void Print(IReadOnlyList<Diagnostic> complaints, string format, Terminal terminal)
    {
        switch (format)
        {
            case Json:
                terminal.Output.WriteLine(ComplaintJson.Of(complaints));
                break;
            case Sarif:
                terminal.Output.WriteLine(ComplaintSarif.Of(complaints));
                break;
            case Github:
                foreach (var diagnostic in complaints)
                {
                    terminal.StyledOutput.WriteLine(GithubAnnotation.Of(diagnostic));
                }

                break;
            default:
                ComplaintText.Tell(terminal, complaints);
                break;
        }
    }
}
