using System.Diagnostics;

namespace CecSim.Fidelity.Falsifying;

/// <summary>A copy of the repository in which the product may be made false.</summary>
internal sealed class WorkTree
{
    private const string Folder = "artifacts/falsification";

    // What browsers' tests load; nothing that is falsified is in it.
    private const string Bundles = "artifacts/browser-phones";

    private static readonly string[] NotCopied = [".git/", "artifacts/"];

    private readonly Repository _original;

    public WorkTree(Repository original)
    {
        _original = original;
        Root = Path.Combine(original.Root, Folder);
    }

    public string Root { get; }

    public string Original(string file) => _original.Text(file);

    /// <summary>Makes all files what they are in the repository; what is equal is not touched.</summary>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Root);
        var files = (await ListAsync(cancellation)).Where(f => !NotCopied.Any(f.StartsWith)).ToHashSet();
        foreach (var file in files.Where(f => File.Exists(Path.Combine(_original.Root, f))))
        {
            await CopyAsync(file, cancellation);
        }

        foreach (var gone in new Repository(Root).Files("", "").Where(f => !files.Contains(f)).ToList())
        {
            File.Delete(Path.Combine(Root, gone));
        }

        foreach (var modules in files.Where(f => Path.GetFileName(f) == "package-lock.json"))
        {
            Link(Path.Combine(Path.GetDirectoryName(modules)!, "node_modules"));
        }

        Link(Bundles);
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private async Task CopyAsync(string file, CancellationToken cancellation)
    {
        var (from, to) = (new FileInfo(Path.Combine(_original.Root, file)), new FileInfo(Path.Combine(Root, file)));
        if (to.Exists && to.Length == from.Length)
        {
            var before = await File.ReadAllBytesAsync(to.FullName, cancellation);
            var now = await File.ReadAllBytesAsync(from.FullName, cancellation);
            if (before.AsSpan().SequenceEqual(now))
            {
                return;
            }
        }

        to.Directory!.Create();
        from.CopyTo(to.FullName, overwrite: true);
        // A lock file that is newer than what is installed has it all installed anew.
        to.LastWriteTimeUtc = from.Name == "package-lock.json"
            ? from.LastWriteTimeUtc
            : TimeProvider.System.GetUtcNow().UtcDateTime;
    }

    private void Link(string folder)
    {
        var (from, to) = (Path.Combine(_original.Root, folder), Path.Combine(Root, folder));
        if (Directory.Exists(from) && !Path.Exists(to))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            Directory.CreateSymbolicLink(to, from);
        }
    }

    private async Task<string[]> ListAsync(CancellationToken cancellation)
    {
        var git = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = _original.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(git)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
