using CecSim.Telephony.Calling;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>How the call at the gateway shall be made.</summary>
/// <param name="Video">Pictures beside the sound.</param>
internal sealed record PhoneOrder(GatewayChoice Gateways, bool Video, CallLimits Limits);
