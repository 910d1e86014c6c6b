//! The server: one listening address, HTTP behind a proxy, a quiet end on Ctrl-C.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::router::router;
use crate::state::SiteState;
use crate::workspace::Workspace;

/// Why the server could not start or go on.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another program listens there.
    #[error("another program listens on {0} already")]
    InUse(String),
    /// Not an address of this machine.
    #[error("the server can't listen on {address}: {cause}")]
    Address {
        /// The address.
        address: String,
        /// What the system said.
        cause: io::Error,
    },
    /// The network failed later.
    #[error("the server stopped: {0}")]
    Network(io::Error),
}

/// Takes a listening address (`127.0.0.1:8700`; port 0 takes a free one).
///
/// # Errors
/// When the address is taken or not of this machine.
pub async fn bind(address: &str) -> Result<(TcpListener, SocketAddr), ServeError> {
    let failed = |cause: io::Error| match cause.kind() {
        io::ErrorKind::AddrInUse => ServeError::InUse(address.to_owned()),
        _ => ServeError::Address { address: address.to_owned(), cause },
    };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let local = listener.local_addr().map_err(failed)?;
    Ok((listener, local))
}

/// Serves until Ctrl-C or a termination signal.
///
/// # Errors
/// When the network fails.
pub async fn serve(
    listener: TcpListener,
    state: SiteState,
    workspace: Option<Workspace>,
) -> Result<(), ServeError> {
    let router = router(Arc::new(state), workspace.map(Arc::new));
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(ended())
        .await
        .map_err(ServeError::Network)
}

async fn ended() {
    let interrupted = tokio::signal::ctrl_c();
    let mut terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        .expect("the system has signals");
    tokio::select! {
        _ = interrupted => {}
        _ = terminated.recv() => {}
    }
}
