namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The two header extensions that are understood, by the numbers of the offer: RFC 8285 section 5.</summary>
internal sealed record HeaderExtensions(byte? AudioLevel, byte? Mid)
{
    internal const string AudioLevelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
    private const string MidUri = "urn:ietf:params:rtp-hdrext:sdes:mid";

    public static HeaderExtensions Of(SdpMedia media) => new(Find(media, AudioLevelUri), Find(media, MidUri));

    public IEnumerable<string> Attributes()
    {
        if (AudioLevel is { } level)
        {
            yield return $"extmap:{level} {AudioLevelUri}";
        }

        if (Mid is { } mid)
        {
            yield return $"extmap:{mid} {MidUri}";
        }
    }

    // Only the one-byte form is read, so only its numbers are taken.
    private static byte? Find(SdpMedia media, string uri)
    {
        foreach (var map in media.Attributes.All("extmap"))
        {
            var words = map.Split(' ');
            if (words.Length >= 2
                && words[1] == uri
                && byte.TryParse(words[0].Split('/')[0], out var id)
                && id is > 0 and < 15)
            {
                return id;
            }
        }

        return null;
    }
}
