namespace CecSim.Telephony.Media.Clips;

/// <summary>The phrases that the assembly carries as speech.</summary>
public static class SpokenClips
{
    /// <param name="phrase">In small letters; one that Assets/phrases.txt lists.</param>
    /// <exception cref="InvalidOperationException">It is none of them.</exception>
    public static Announcement Of(string phrase)
    {
        var name = phrase.Replace(' ', '-');
        return new Announcement([.. ClipFile.Read($"say-{name}.ulaw").Select(code => G711.Decode(code, isA: false))]);
    }
}
