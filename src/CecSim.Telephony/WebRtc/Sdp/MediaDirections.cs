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
        Named(media.Attributes) ?? Named(description.Attributes) ?? MediaDirection.SendReceive;

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
