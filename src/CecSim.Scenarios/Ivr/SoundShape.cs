using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>What a caller hears: a sentence, or a file.</summary>
internal static class SoundShape
{
    private const int TextCharsMax = 500;

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
        var path = Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(context.File))!);
        try
        {
            return new Sound.Recording(path, SoundLength.Of(File.ReadAllBytes(path)));
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
