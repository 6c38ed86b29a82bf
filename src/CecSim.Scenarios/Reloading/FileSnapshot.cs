using System.Security.Cryptography;
using CecSim.Scenarios.Sets;

namespace CecSim.Scenarios.Reloading;

/// <summary>
/// What files look like at a moment, as a text that changes when any of them does. From their content: times of change
/// are coarse on some file systems, and notices of change do not arrive through some mounts.
/// </summary>
internal static class FileSnapshot
{
    public static string At(IReadOnlyList<string> paths)
    {
        var (files, missing) = ScenarioPaths.Expand(paths);
        var look = new StringBuilder();
        foreach (var diagnostic in missing)
        {
            look.Append(diagnostic).Append('\n');
        }

        foreach (var file in files)
        {
            look.Append(file).Append(' ').Append(Of(file)).Append('\n');
        }

        return look.ToString();
    }

    private static string Of(string file)
    {
        try
        {
            using var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.Length > YamlLimits.FileBytesMax
                ? $"{stream.Length} bytes"
                : Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return unreadable.Message;
        }
    }
}
