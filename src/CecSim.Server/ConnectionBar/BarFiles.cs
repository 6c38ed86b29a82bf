using CecSim.Server.Pages;

namespace CecSim.Server.ConnectionBar;

/// <summary>What the script loads: the frame, its code and its style. Nobody's secrets are in them.</summary>
internal static class BarFiles
{
    // Nothing but this server's own; who may frame it is decided by whom it then talks to.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors http: https:";

    public static void MapBarFiles(this WebApplication app)
    {
        app.MapFile(BarPaths.Folder + "frame.html", "frame.html", PageAnswer.Html, Policy);
        app.MapFile(BarPaths.Folder + "js/frame.js", "frame.js", PageAnswer.Script, Policy);
        app.MapFile(BarPaths.Folder + "css/frame.css", "frame.css", PageAnswer.Style, Policy);
    }
}
