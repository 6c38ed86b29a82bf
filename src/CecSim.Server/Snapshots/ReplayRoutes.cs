using CecSim.Server.ConnectionBar;

namespace CecSim.Server.Snapshots;

/// <summary>The routes of CEC's clients, the bar's too, for requests that no network brings.</summary>
internal static class ReplayRoutes
{
    private static readonly VendorRoute[] All = [.. VendorRoutes.All, .. BarScript.Routes, .. AgentChannel.Routes];

    /// <param name="values">What the path says is put there.</param>
    /// <returns>Null when there is none.</returns>
    public static VendorRoute? Find(string? method, string path, RouteValueDictionary values)
    {
        if (All.FirstOrDefault(r => r.Method == method && r.Path == path) is { } exact)
        {
            return exact;
        }

        // Of the bar's actions the last part of the path is a value.
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var route = All.FirstOrDefault(
            r => r.Method == method && r.Path.StartsWith(folder + "{", StringComparison.Ordinal));
        if (route is not null)
        {
            values[route.Path[(folder.Length + 1)..^1]] = path[folder.Length..];
        }

        return route;
    }
}
