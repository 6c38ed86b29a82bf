namespace CecSim.Pacts.Native;

/// <summary>The verifier's part of <c>libpact_ffi</c>.</summary>
internal static partial class VerifierCore
{
    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_new_for_application",
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint New(string name, string version);

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_set_provider_info",
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProvider(
        nint verifier, string name, string scheme, string host, ushort port, string path);

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_set_provider_state",
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProviderState(
        nint verifier,
        string url,
        [MarshalAs(UnmanagedType.U1)] bool tearsDown,
        [MarshalAs(UnmanagedType.U1)] bool asBody);

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_add_file_source",
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddFile(nint verifier, string file);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_execute")]
    public static partial int Execute(nint verifier);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_output")]
    public static partial nint Output(nint verifier, [MarshalAs(UnmanagedType.U1)] bool stripsColours);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_shutdown")]
    public static partial void Shutdown(nint verifier);
}
