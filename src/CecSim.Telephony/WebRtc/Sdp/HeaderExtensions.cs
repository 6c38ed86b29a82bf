namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>The two header extensions that are understood, by the numbers of the offer: RFC 8285 section 5.</summary>
/// <param name="MayMix">The offer has both forms in one stream: RFC 8285 section 6.</param>
internal sealed record HeaderExtensions(byte? AudioLevel, byte? Mid, bool MayMix)
{
    private const string AllowMixed = "extmap-allow-mixed";
    internal const string AudioLevelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
    private const string MidUri = "urn:ietf:params:rtp-hdrext:sdes:mid";

    /// <summary>Who may use a number where not both may, as an answer has it: RFC 8285 section 6.</summary>
    private string AudioLevelDirection { get; init; } = "";

    private string MidDirection { get; init; } = "";

    public static HeaderExtensions Of(SdpDescription description, SdpMedia media) => new(
        Find(media, AudioLevelUri), Find(media, MidUri), description.AttributeOf(media, AllowMixed) is not null)
    {
        AudioLevelDirection = DirectionOf(media, AudioLevelUri),
        MidDirection = DirectionOf(media, MidUri),
    };

    public IEnumerable<string> Attributes()
    {
        if (MayMix)
        {
            yield return AllowMixed;
        }

        if (AudioLevel is { } level)
        {
            yield return $"extmap:{level}{AudioLevelDirection} {AudioLevelUri}";
        }

        if (Mid is { } mid)
        {
            yield return $"extmap:{mid}{MidDirection} {MidUri}";
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

    // "extmap:1/sendonly URI": what one side only sends, the other only receives.
    private static string DirectionOf(SdpMedia media, string uri)
    {
        var map = media.Attributes.All("extmap")
            .FirstOrDefault(m => m.Split(' ') is [_, var named, ..] && named == uri);
        return map?.Split(' ')[0].Split('/') is [_, var direction]
            ? direction switch
            {
                "sendonly" => "/recvonly",
                "recvonly" => "/sendonly",
                _ => $"/{direction}",
            }
            : "";
    }
}
