using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Moments;

/// <summary>The connection of a request that is done again: there is none, and so nothing to break.</summary>
internal sealed class PlayedLine : IHttpResetFeature
{
    public void Reset(int errorCode)
    {
    }
}
