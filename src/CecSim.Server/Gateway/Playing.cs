using CecSim.Telephony.Media;

namespace CecSim.Server.Gateway;

/// <summary>What a space wants played, as the gateway has it.</summary>
internal static class Playing
{
    public static MediaSource Of(GatewayPlay play) => play switch
    {
        GatewayPlay.Echo => MediaSource.Echo,
        GatewayPlay.Tone => MediaSource.Tone,
        GatewayPlay.Prompt => MediaSource.Prompt,
        GatewayPlay.Music => MediaSource.Music,
        GatewayPlay.Pattern => MediaSource.Pattern,
        GatewayPlay.Silence => MediaSource.Silence,
    };
}
