using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Recording;

/// <summary>Begins the recording of vendor requests, and keeps those that belong to no space.</summary>
internal sealed class Recorder(SpaceDirectory spaces, TimeProvider real)
{
    public JournalRing Journal { get; } = new(new JournalSettings(), isOfServer: true);

    public FindingLog Findings { get; } = new();

    public TimeProvider Real { get; } = real;

    /// <summary>A secret of any space may come with an app key of none.</summary>
    public Masking Masking => new(spaces.All.SelectMany(s => s.Secrets));

    public Space? SpaceOf(HttpContext http) =>
        http.Request.Headers[CecHeaders.AppKey].ToString() is { Length: > 0 } key ? spaces.FindByAppKey(key) : null;

    /// <returns>Null for what is none of a client's requests to CEC.</returns>
    public RecordedRequest? Begin(HttpContext http)
    {
        if (ControlApiMiddleware.IsBefore(http.Request.Path))
        {
            return null;
        }

        var recording = new RecordedRequest(http, this);
        http.Features.Set<IItemsFeature>(recording);
        return recording;
    }
}
