namespace CecSim.Fidelity;

/// <summary>A tree of files to be judged, without what git ignores.</summary>
internal sealed class Repository(string root)
{
    private static readonly HashSet<string> Ignored =
        [".git", ".vs", ".vscode", "artifacts", "node_modules", "TestResults"];

    public string Root => root;

    public static Repository Own { get; } = new(FindRoot());

    public IEnumerable<string> TopLevel() =>
        Directory.EnumerateFileSystemEntries(root).Select(e => Path.GetFileName(e)).Except(Ignored);

    /// <summary>Paths from the root, with slashes, of the files below a folder whose names end so.</summary>
    public IEnumerable<string> Files(string folder, params string[] endings) =>
        Below(Path.Combine(root, folder)).Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    public IEnumerable<string> Code() =>
        Files("", ".cs", ".ts", ".mjs", ".sh").Concat(Files(".ci", "run")).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Projects() => Files("", ".csproj");

    public bool Has(string path) => File.Exists(Path.Combine(root, path));

    public string Text(string path) => File.ReadAllText(Path.Combine(root, path));

    public string[] Lines(string path) => File.ReadAllLines(Path.Combine(root, path));

    private IEnumerable<string> Below(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = Directory.EnumerateFiles(folder).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'));
        var folders = Directory.EnumerateDirectories(folder).Where(f => !Ignored.Contains(Path.GetFileName(f)));
        return files.Concat(folders.SelectMany(Below));
    }

    // Not [CallerFilePath]: a deterministic build rewrites that path.
    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No global.json above the test binaries.");
    }
}
