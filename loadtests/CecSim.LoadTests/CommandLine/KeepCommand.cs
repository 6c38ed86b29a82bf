using System.CommandLine;

namespace CecSim.LoadTests.CommandLine;

/// <summary><c>cecsim-load keep</c>: what is worth keeping of runs, for the repository.</summary>
internal static class KeepCommand
{
    private static readonly Argument<string[]> Results = new("FILE")
    {
        Description = $"{ReportFiles.JsonName} of runs.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> In = new("--in")
    {
        Description = "The folder of the tables, one for each commit.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine("loadtests", "results"),
    };

    public static Command Create()
    {
        var command = new Command("keep", "Adds the figures of runs to the table of the commit that was measured.")
        {
            Results, In,
        };
        command.SetAction(parsed => Keep(parsed.GetValue(Results)!, parsed.GetValue(In)!));
        return command;
    }

    private static int Keep(IEnumerable<string> results, string folder)
    {
        try
        {
            foreach (var file in results)
            {
                Console.WriteLine(KeptRuns.Add(folder, ReportFiles.Read(file)));
            }

            return 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"cecsim-load: {e.Message}");
            return LoadCommand.WrongInput;
        }
    }
}
