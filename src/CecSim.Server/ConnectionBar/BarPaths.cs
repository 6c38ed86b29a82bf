namespace CecSim.Server.ConnectionBar;

/// <summary>
/// Where the connection bar is. Only the script's path is documented (Connection Bar, 5.4); what the script loads has a
/// place of CecSim's own below the documented folder.
/// </summary>
internal static class BarPaths
{
    public const string Context = "/service-cloud/";
    public const string Folder = "/service-cloud/ccdesktop/pages/cc-bar/";
    public const string Script = Folder + "js/ccbarclient.js";

    /// <summary>The spelling of chapter 7.</summary>
    public const string ScriptOfChapter7 = Folder + "js/cckbarclient.js";

    public const string Events = Folder + "agent/events";
    public const string Action = Folder + "agent/{action}";
}
