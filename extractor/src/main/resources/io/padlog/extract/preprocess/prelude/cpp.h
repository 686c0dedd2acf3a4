/* What is different in a C++ source. */
#define __cplusplus 201703L
#undef __STDC_VERSION__
#undef true
#undef false
#undef NULL
#define NULL 0

/* objbase.h, wrl: how methods of COM interfaces are declared. */
#define EXTERN_C extern "C"
#define STDMETHODCALLTYPE
#define STDMETHODIMP HRESULT
#define STDMETHODIMP_(type) type
#define STDMETHOD(method) virtual HRESULT method
#define STDMETHOD_(type, method) virtual type method
#define IFACEMETHODIMP HRESULT
#define IFACEMETHODIMP_(type) type
#define IFACEMETHOD(method) virtual HRESULT method
#define IFACEMETHOD_(type, method) virtual type method
#define PURE = 0
#define THIS void
#define THIS_
#define interface struct
#define MIDL_INTERFACE(id) struct
