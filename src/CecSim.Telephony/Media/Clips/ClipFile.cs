namespace CecSim.Telephony.Media.Clips;

/// <summary>A file of Assets, which the assembly carries.</summary>
internal static class ClipFile
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(ClipFile).Assembly.GetManifestResourceStream($"clips/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the clip {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
