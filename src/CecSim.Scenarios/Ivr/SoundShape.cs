using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>What a caller hears: a sentence, or a file.</summary>
internal static class SoundShape
{
    private const int TextCharsMax = 500;

    /// <summary>More than half an hour of WAV in the sound of telephones.</summary>
    private const int FileBytesMax = 32 * 1024 * 1024;

    /// <summary>A sentence, which the phrases that ship or espeak-ng speak.</summary>
    public static readonly Shape<Sound> Speech =
        new TextShape("a sentence", 1, TextCharsMax).To(text => (Sound)new Sound.Speech(text));

    /// <summary>A file, from the folder of the scenario.</summary>
    public static readonly Shape<Sound> Recording = new TextShape("a file name", 1, 1_000).Then(Find);

    public static UnionShape<Sound> Any(string what) => new UnionShape<Sound>(what)
        .Key("say", "a sentence.", Speech)
        .Key("play", "a WAV or Ogg Opus file, from the folder of the scenario.", Recording);

    private static Sound Find(string name, Node node, ParseContext context)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(context.File))!;
        var path = Path.GetFullPath(name, folder);

        // A scenario may come from somebody else.
        if (Path.IsPathRooted(name) || Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal))
        {
            context.Report(node.At, $"{Quote.Of(name)} is not in the scenario's folder");
            return new Sound.Recording(path, TimeSpan.Zero);
        }

        try
        {
            return new FileInfo(path) is { Exists: true, Length: > FileBytesMax }
                ? throw new InvalidDataException($"larger than {FileBytesMax} bytes")
                : new Sound.Recording(path, SoundLength.Of(File.ReadAllBytes(path)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            context.Report(node.At, $"{Quote.Of(name)} cannot be read: there is no such file in the scenario's folder");
        }
        catch (InvalidDataException other)
        {
            context.Report(node.At, $"{Quote.Of(name)} cannot be played: it is {other.Message}");
        }

        return new Sound.Recording(path, TimeSpan.Zero);
    }
}
