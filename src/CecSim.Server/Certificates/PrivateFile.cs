namespace CecSim.Server.Certificates;

/// <summary>Files that nobody sees half of, and that have the rights they shall have, whatever the umask.</summary>
public static class PrivateFile
{
    private static readonly string[] Devices = ["/dev/", "/proc/"];

    /// <summary>For secrets.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>For what anybody may know.</summary>
    public const UnixFileMode ReadableByAll = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>For folders of secrets.</summary>
    public const UnixFileMode FolderOfOwner = OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>What a file is called until it is whole; a process that was killed may leave one.</summary>
    public const string Unfinished = ".unfinished";

    /// <summary>
    /// Writes a file in place of one that may be there: whoever reads it sees the old content or the new, never half of
    /// it, and a full disk leaves the old one. A device is written to as it is.
    /// </summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        var target = Path.GetFullPath(path);
        if (File.Exists(target))
        {
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
        }

        if (Devices.Any(d => target.StartsWith(d, StringComparison.Ordinal)))
        {
            File.WriteAllBytes(target, content);
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var unfinished = $"{target}.{Environment.ProcessId}-{Path.GetRandomFileName()}{Unfinished}";
        try
        {
            using (var stream = new FileStream(unfinished, options))
            {
                stream.Write(content);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The framework names the file under which it would have been unfinished.
            throw new DirectoryNotFoundException($"There is no folder {Path.GetDirectoryName(target)}.");
        }
        catch
        {
            // Asked first, or a folder that is not there would take the place of what went wrong.
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            throw;
        }
    }

    /// <summary>Makes a folder that nobody else can enter, and those above it that are missing.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // One after the other: the framework gives the rights to the last of them only.
        var missing = new Stack<string>();
        for (var at = Path.GetFullPath(path); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing.Push(at);
        }

        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder, FolderOfOwner);
        }
    }
}
