using System.Collections.Concurrent;
using System.Text;

namespace CecSim.Web;

/// <summary>The files that a browser gets, as the npm build left them in this assembly.</summary>
public static class WebAssets
{
    private static readonly ConcurrentDictionary<string, byte[]> Read = new(StringComparer.Ordinal);

    /// <summary>A file by its name, for example <c>ccbarclient.js</c>.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static byte[] Bytes(string name) => Read.GetOrAdd(name, ReadBytes);

    /// <inheritdoc cref="Bytes"/>
    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static byte[] ReadBytes(string name)
    {
        using var stream = typeof(WebAssets).Assembly.GetManifestResourceStream($"web/{name}")
            ?? throw new ArgumentException($"No web file is called {name}.", nameof(name));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
