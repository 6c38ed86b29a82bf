namespace CecSim.Scenarios.Contracts;

/// <summary>Reads contract files, and says everything that is wrong with one at once.</summary>
public static class ContractFiles
{
    /// <summary>How such files are called, so that a folder of scenarios may hold them too.</summary>
    public const string Ending = ".contract.yaml";

    public static bool IsContract(string file) => file.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Those that are named among paths, and those in folders that are.</summary>
    public static IReadOnlyList<string> Among(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany(path => IsContract(path) ? [path]
            : Directory.Exists(path)
                ? Directory.GetFiles(path, $"*{Ending}").Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()),
    ];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>The contract, or null and everything that is wrong.</returns>
    public static (SequenceContract? Contract, IReadOnlyList<Diagnostic> Complaints) Load(string file)
    {
        try
        {
            return new FileInfo(file).Length > YamlLimits.FileBytesMax
                ? (null, [new Diagnostic(file, 0, 0, YamlText.TooLarge)])
                : Parse(file, File.ReadAllText(file, StrictUtf8));
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

    /// <summary>The same for a text.</summary>
    /// <param name="fileName">What complaints call it; no file is opened.</param>
    public static (SequenceContract? Contract, IReadOnlyList<Diagnostic> Complaints) Parse(
        string fileName, string yaml)
    {
        var context = new ParseContext(fileName);
        if (YamlText.Read(yaml, context) is { } root
            && ContractShape.Whole.TryRead(root, context, out var contract)
            && context.ComplaintCount == 0)
        {
            return (contract with { File = fileName }, []);
        }

        return (null, context.Complaints);
    }
}
