using System.Text;
using CecSim.Scenarios.Sets;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios;

/// <summary>Reads scenario files, and says everything that is wrong with them at once.</summary>
public static class ScenarioFiles
{
    /// <summary>Bytes that are no text are refused, not replaced.</summary>
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads files, and folders of <c>*.yaml</c> and <c>*.yml</c> files, as one set of scenarios.</summary>
    public static ScenarioLoad Load(IReadOnlyList<string> paths)
    {
        var (files, missing) = ScenarioPaths.Expand(paths);
        var complaints = new List<Complaint>(missing);
        var scenarios = new List<Scenario>();
        foreach (var file in files)
        {
            var (parsed, wrong) = ParseFile(file);
            complaints.AddRange(wrong);
            if (parsed is null)
            {
                continue;
            }

            // Counted in files, not in files that are fine: mending one must not change another's credentials.
            var own = files.Count > 1 ? Credentials.Derive(parsed) : parsed;
            var clashes = Clashes.Of(own, scenarios);
            complaints.AddRange(clashes);
            if (clashes.Count == 0)
            {
                scenarios.Add(own.Scenario);
            }
        }

        return new ScenarioLoad(scenarios, complaints);
    }

    /// <summary>Reads the text of one scenario, which is then the only one of its set.</summary>
    /// <param name="fileName">What complaints call it; no file is opened.</param>
    public static ScenarioLoad Parse(string fileName, string yaml)
    {
        var (parsed, complaints) = ScenarioParser.Parse(fileName, yaml);
        return new ScenarioLoad(parsed is null ? [] : [parsed.Scenario], complaints);
    }

    private static (ParsedScenario? Parsed, IReadOnlyList<Complaint> Complaints) ParseFile(string file)
    {
        try
        {
            // Looked at first, so that a wrong path never pulls a huge file into memory.
            return new FileInfo(file).Length > YamlLimits.FileBytesMax
                ? (null, [new Complaint(file, 0, 0, YamlText.TooLarge)])
                : ScenarioParser.Parse(file, File.ReadAllText(file, StrictUtf8));
        }
        catch (DecoderFallbackException)
        {
            return (null, [new Complaint(file, 0, 0, "is not UTF-8 text")]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, [new Complaint(file, 0, 0, $"cannot be read: {unreadable.Message}")]);
        }
    }
}
