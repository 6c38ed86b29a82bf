namespace CecSim.Server.ConnectionBar;

/// <summary>Where the pages of the connection bar are, beside its operations: below the documented folder.</summary>
internal static class BarPaths
{
    public const string Context = "/service-cloud/";
    public const string Folder = VendorOperations.BarFolder;
}
