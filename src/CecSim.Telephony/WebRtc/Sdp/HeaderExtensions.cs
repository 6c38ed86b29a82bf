namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The two header extensions that are understood, by the numbers of the offer: RFC 8285 section 5.</summary>
/// <param name="MayMix">The offer has both forms in one stream: RFC 8285 section 6.</param>
internal sealed record HeaderExtensions(byte? AudioLevel, byte? Mid, bool MayMix)
{
    private const string AllowMixed = "extmap-allow-mixed";
    internal const string AudioLevelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
    private const string MidUri = "urn:ietf:params:rtp-hdrext:sdes:mid";

    public static HeaderExtensions Of(SdpDescription description, SdpMedia media) => new(
        Find(media, AudioLevelUri), Find(media, MidUri), description.AttributeOf(media, AllowMixed) is not null);

    public IEnumerable<string> Attributes()
    {
        if (MayMix)
        {
            yield return AllowMixed;
        }

        if (AudioLevel is { } level)
        {
            yield return $"extmap:{level} {AudioLevelUri}";
        }

        if (Mid is { } mid)
        {
            yield return $"extmap:{mid} {MidUri}";
        }
    }

    // Above 14 there is only the form of two bytes. Numbers from 4096 on wait to be given one: section 7.
    private static byte? Find(SdpMedia media, string uri)
    {
        foreach (var map in media.Attributes.All("extmap"))
        {
            var words = map.Split(' ');
            if (words.Length >= 2
                && words[1] == uri
                && byte.TryParse(words[0].Split('/')[0], out var id)
                && id > 0)
            {
                return id;
            }
        }

        return null;
    }
}
