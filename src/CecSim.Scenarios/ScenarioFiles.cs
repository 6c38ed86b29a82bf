using CecSim.Scenarios.Contracts;
using CecSim.Scenarios.Sets;
using CecSim.Scenarios.Shipped;

namespace CecSim.Scenarios;

/// <summary>Reads scenario files, and says everything that is wrong with them at once.</summary>
public static class ScenarioFiles
{
    /// <summary>Bytes that are no text are refused, not replaced.</summary>
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Where a file is named so, its text comes from elsewhere.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// Reads files, folders of <c>*.yaml</c> and <c>*.yml</c> files, and shipped scenarios by their names, as one set.
    /// A file goes before a name.
    /// </summary>
    /// <param name="input">What <see cref="StandardInput"/> stands for; null where it is a file like others.</param>
    public static ScenarioLoad Load(IReadOnlyList<string> paths, Stream? input = null)
    {
        var (files, missing) = ScenarioPaths.Expand(paths, input is not null);
        var complaints = new List<Diagnostic>(missing);
        var warnings = new List<Diagnostic>();
        var scenarios = new List<Scenario>();
        foreach (var file in files)
        {
            var (parsed, wrong) = ParseFile(file, file == StandardInput ? input : null);
            complaints.AddRange(wrong);
            if (parsed is null)
            {
                continue;
            }

            // Counted in files, not in files that are fine: mending one must not change another's credentials.
            var own = files.Count > 1 ? Credentials.Derive(parsed) : parsed;
            var clashes = Conflicts.Of(own, scenarios);
            complaints.AddRange(clashes);
            if (clashes.Count == 0)
            {
                scenarios.Add(own.Scenario);
                warnings.AddRange(own.Warnings);
            }
        }

        return new ScenarioLoad(scenarios, complaints) 
        {
            Warnings = warnings,
            Missing = [.. paths.Where(p => p != StandardInput && !ScenarioPaths.LeadsSomewhere(p))],
        };
    }

    /// <summary>Reads the text of one scenario, which is then the only one of its set.</summary>
    /// <param name="fileName">What complaints call it; no file is opened.</param>
    public static ScenarioLoad Parse(string fileName, string yaml)
    {
        var (parsed, complaints) = ScenarioParser.Parse(fileName, yaml);
        return new ScenarioLoad(parsed is null ? [] : [parsed.Scenario], complaints)
        {
            Warnings = parsed?.Warnings ?? [],
        };
    }

    private static (ParsedScenario? Parsed, IReadOnlyList<Diagnostic> Complaints) ParseFile(string file, Stream? input)
    {
        try
        {
            using var stream = input ?? (File.Exists(file) ? null : ShippedScenarios.Open(file)) ?? File.OpenRead(file);

            // No more than one byte too many, so that a wrong path never pulls a huge file into memory.
            using var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            for (int count; bytes.Length <= YamlLimits.FileBytesMax && (count = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
            }

            bytes.Position = 0;
            using var reader = new StreamReader(bytes, StrictUtf8);
            return bytes.Length > YamlLimits.FileBytesMax
                ? (null, [new Diagnostic(file, 0, 0, YamlText.TooLarge)])
                : ContractFiles.IsContract(file)
                    ? (null, [new Diagnostic(file, 0, 0, "is a contract, not a scenario: check and verify read it")])
                    : ScenarioParser.Parse(file, reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            return (null, [new Diagnostic(file, 0, 0, "is not UTF-8 text")]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, [new Diagnostic(file, 0, 0, $"cannot be read: {unreadable.Message}")]);
        }
    }
}
