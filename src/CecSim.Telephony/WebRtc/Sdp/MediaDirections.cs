using System.Diagnostics;

namespace CecSim.Telephony.WebRtc.Sdp;

internal static class MediaDirections
{
    public static bool Sends(this MediaDirection direction) => (direction & MediaDirection.SendOnly) != 0;

    public static bool Receives(this MediaDirection direction) => (direction & MediaDirection.ReceiveOnly) != 0;

    /// <summary>The same, seen from the other side.</summary>
    public static MediaDirection Reverse(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => MediaDirection.ReceiveOnly,
        MediaDirection.ReceiveOnly => MediaDirection.SendOnly,
        _ => direction,
    };

    public static string Attribute(this MediaDirection direction) => direction switch
    {
        MediaDirection.Inactive => "inactive",
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.ReceiveOnly => "recvonly",
        MediaDirection.SendReceive => "sendrecv",
        _ => throw new UnreachableException(),
    };

    /// <summary>As the section's writer sees it; both ways when nothing is said.</summary>
    public static MediaDirection Of(SdpDescription description, SdpMedia media) =>
        (Named(media.Attributes) ?? Named(description.Attributes) ?? MediaDirection.SendReceive)
        & ~(IsHeldByAddress(description, media) ? MediaDirection.ReceiveOnly : MediaDirection.Inactive);

    // RFC 3264 section 8.4: how RFC 2543 had it. To ICE the address means nothing.
    private static bool IsHeldByAddress(SdpDescription description, SdpMedia media) =>
        description.ConnectionOf(media) is "0.0.0.0" or "::" && description.AttributeOf(media, "ice-ufrag") is null;

    private static MediaDirection? Named(SdpAttributes attributes)
    {
        foreach (var direction in Enum.GetValues<MediaDirection>())
        {
            if (attributes.Has(direction.Attribute()))
            {
                return direction;
            }
        }

        return null;
    }
}
